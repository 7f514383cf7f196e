# Another reading: what a reader leaves out, and what that changes.

view-what-if = What if

## What the page says of another reading
reading-without = without { $sources }
reading-without-kinds = without sources of these kinds: { $kinds }
reading-without-languages = without sources in these languages: { $languages }
reading-firm = only firm claims count
reading-grades = only claims with these grades count: { $grades }
reading-parts = parts count for the province
reading-near = claims count up to { $days ->
    [one] one day
   *[other] { $days } days
} before the year
reading-works = at least { $count } works for a side
reading-order = claims are compared by { $order }
reading-standard = the rule without changes
reading-back = Back to the atlas’s own reading
reading-open = What if a source is wrong?
reading-change = Change it
what-if-here = { $count ->
    [one] In { $period } 1 province differs, marked { $sign }: { $names }.
   *[other] In { $period } { $count } provinces differ, marked { $sign }: { $names }.
}
what-if-here-none = In { $period } no call differs.
what-if-differs = Differs from the atlas’s own reading
what-if-own = The atlas’s own reading: { $what }
what-if-now = This reading: { $what }
what-if-gone = Fell away: { $claims }
what-if-came = Counts now: { $claims }

## The laboratory
lab-lead = Leave out what you doubt: the map is decided anew, and the atlas stays as it is.
lab-undo = Undo
lab-reset = Reset
lab-named = Settings with a name
rule-standard = Standard
rule-cautious = Cautious
rule-inclusive = Inclusive
rule-standard-long = The rule without changes
rule-cautious-long = Only firm claims count: a call is firm or there is none
rule-inclusive-long = Who is dominant in a part is taken for strong in the province
lab-without = Leave out sources
lab-search = Find a source
lab-group-dependent = Not independent ({ $count })
lab-group-thin = Thin ({ $count })
lab-kinds = Leave out kinds of sources
lab-languages = Leave out languages
lab-claims = Which claims count
lab-firm-only = Only firm claims
lab-grades = Only claims with these grades
lab-parts = Parts count for the province
lab-rest = Time, number of sources, order
lab-near = Days before the year in which a claim still counts (the atlas’s own: { $own })
lab-works = Least number of works for a side
lab-order = Claims are compared by
lab-order-strength = strength
lab-order-role = role
lab-order-then = { $first }, then { $last }
lab-order-alone = { $first } alone
source-kind-press = Press
source-kind-encyclopedia = Encyclopedias
source-kind-scholarship = Scholarship
source-kind-memoir = Memoirs
source-kind-partisan = Partisan
source-kind-reference = Reference works
source-kind-official = Official

## What differs
provinces-own = The atlas’s own call
differences-heading = What differs
differences-own = This is the atlas’s own reading. Leave something out above, and what differs stands here.
differences-province = Province
differences-period = Year
differences-before = The atlas’s own call
differences-after = This reading
differences-claims = Claims that fell away
differences-more = { NUMBER($count) } more are in the file (Download, cite, share).

## Where one more source would matter
gaps-heading = Where one more source would matter
gaps-note = For each province and year, the smallest new claim that would change the call or make it firm; what it would say is not guessed. The first of the list stand here, and the whole list is under “Take it away”. Tested by leaving real sources out, the list helps a little: see “How sure is this map?”.
gaps-province = Province
gaps-period = Year
gaps-status = Now
gaps-change = Would change the call
gaps-firm = Would make it firm
gaps-claim = { $strength } that { $who } was { $role }
gaps-none = No single claim
gaps-firm-already = Firm already
gaps-strength-inferred = An inferred claim
gaps-strength-weak = A weak claim
gaps-strength-firm = A firm claim
gaps-who-shown = somebody shown there
gaps-who-same-side = another group of that side
gaps-who-other-side = somebody of another side
gaps-who-anybody = anybody
offer-differences = What differs from the atlas’s own reading
offer-gaps = Where one more source would matter

## The answer in a sentence
find-open-map = Open the map
