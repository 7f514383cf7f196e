# How firm a call is, and what another rule changes.

## What a call takes to fall
firmness-faction-0 = The call shows no faction that could fall.
firmness-faction-1 = Who is shown falls with { $sets }.
firmness-faction-2 = Who is shown falls only with two sources together: { $sets }.
firmness-faction-3 = Who is shown falls only with three sources together: { $sets }.
firmness-faction-4 = No three sources together would change who is shown; more were not tried.
firmness-side-0 = No side leads.
firmness-side-1 = The side falls with { $sets }.
firmness-side-2 = The side falls only with two sources together: { $sets }.
firmness-side-3 = The side falls only with three sources together: { $sets }.
firmness-side-4 = No three sources together would change the side; more were not tried.
colour-firmness = Firmness
legend-firmness = How firm a call is
legend-falls-1 = Falls with one source
legend-falls-2 = Falls with two sources together
legend-falls-3 = Falls with three sources together
legend-falls-more = No three sources change it; more were not tried
panel-firmness = Firmness
provinces-falls = Falls
provinces-falls-0 = –
provinces-falls-1 = with { $sets }
provinces-falls-2 = with two together: { $sets }
provinces-falls-3 = with three together: { $sets }
provinces-falls-4 = with more than three
firmness-any = any { $number } of { $sources }
firmness-either = { $first } or { $last }
firmness-note = Counted by leaving sources out. It is no chance that the call is true.

## What another rule changes
what-if-without = Without { $sources }
what-if-reading = In this reading
what-if-none = { $reading }, none of { $all } calls differs.
what-if-some = { $reading }, { $count } of { $all } calls { $count ->
    [one] differs
   *[other] differ
}: { $kinds }.
what-if-beside = { $headline } Besides, { $kinds }.
what-if-other-side = { $count ->
    [0] none passes to another side
    [one] 1 passes to another side
   *[other] { $count } pass to another side
}
what-if-other-factions = { $count ->
    [one] 1 shows other factions
   *[other] { $count } show other factions
}
what-if-to-contested = { $count ->
    [one] 1 becomes contested
   *[other] { $count } become contested
}
what-if-to-unclear = { $count ->
    [one] 1 becomes unclear
   *[other] { $count } become unclear
}
what-if-to-partly = { $count ->
    [one] 1 is known only in parts
   *[other] { $count } are known only in parts
}
what-if-to-no-evidence = { $count ->
    [one] 1 falls to no evidence
   *[other] { $count } fall to no evidence
}
what-if-now-led = { $count ->
    [one] in 1 somebody leads where nobody did
   *[other] in { $count } somebody leads where nobody did
}
what-if-other-strength = { $count ->
    [one] 1 call stays and is firm or weak where it was not
   *[other] { $count } calls stay and are firm or weak where they were not
}
what-if-capital-only = { $count ->
    [one] in 1 province only the capital differs
   *[other] in { $count } provinces only the capital differs
}
