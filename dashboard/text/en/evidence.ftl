# Texts of the views Evidence and Factions.

view-evidence = Evidence
view-factions = Factions
filter-text = Search
filter-text-hint = Words of a claim, a name in any spelling, a source
filter-province = Province
filter-within = Year
filter-faction = Faction
filter-grade = Grade
filter-basis = Basis
filter-source = Source
filter-any = All
evidence-part = Part of the evidence
evidence-part-claims = Claims
evidence-part-coverage = How much is known
evidence-part-agreement = Agreement
evidence-part-sources = Sources
evidence-grade-note = A grade says how well a claim fits one province and one year: the same claim can have several.
claims-count = { $found } of { $all } claims
claims-none = No claim fits all of this.
claims-clear = Clear the filters
claims-caption = Claims with date, faction, place and source; each opens to its note, citation and the calls it decides
claims-column-claim = Claim
claims-column-date = Date
claims-column-faction = Faction and role
claims-column-where = Where
claims-column-source = Source
claims-national = the whole country (colours no province)
claims-best = at best { $grade }
claims-outside = about none of the years on the map
claims-decides = Decides the call for { $calls }
claims-dissents = Disagrees with the call for { $calls }
claims-more = Show { $count } more
coverage-note = How well each province is known. Crosses: no source says who led. Pale: weak evidence. Choose a cell to open the province on the map.
coverage-caption = Grade of the call of every province in every year
coverage-claims = { $count ->
    [one] 1 claim
   *[other] { $count } claims
}
agreement-note = For each province: how many sentences its call rests on, how many independent sources support it, how many claims say otherwise, and which single sources would change the result if they were left out.
agreement-caption = Agreement of the claims, { $period }
agreement-status = Call
agreement-sentences = Sentences it rests on
agreement-independent = Independent sources
agreement-dissenting = Claims that say otherwise
agreement-changed = Single sources that would change it
sources-note = { $count } sources. “Calls decided” counts provinces and years in which a claim of the source is among those that decided.
sources-caption = Sources and how much rests on each
sources-claims = Claims
sources-decided = Calls decided
sources-changing = Calls that would change without it
sources-carried = { $province }, { $period }: then { $what }
sources-leave-out = Leave it out on the map
factions-search = Search factions
factions-search-hint = A name in any spelling, a leader, an alliance
factions-search-names = A name in any spelling
factions-count = { $found } of { $all } factions
factions-none = No faction fits.
factions-leads = Led
factions-present = Also there
factions-short = { $leads ->
    [0] led nowhere
   *[other] led { $leads }
}{ $contests ->
    [0] {""}
   *[other] , { $contests } in dispute
}{ $present ->
    [0] {""}
   *[other] , also in { $present }
}
factions-led-nowhere = Led nowhere; { $present ->
    [0] reported nowhere
    [one] reported in 1 province
   *[other] reported in { $present } provinces
}
factions-more = More
factions-contests = in dispute: { $names }
factions-years = { $name }: where it led and was reported
factions-sources = Sources
factions-claims = { $count ->
    [0] No claims
    [one] See its claim
   *[other] See its { $count } claims
}
fact-leader = Leader
fact-ideology = Ideology
fact-founded = Founded
fact-ended = Ended
fact-wing = Wing
fact-lineage = Lineage
fact-note = Note
fact-other-names = Also written
fact-unknown = not found in our sources
lineage-from = split from { $name }
lineage-part = { $name } merged into it
lineage-branch = { $name } split from it
lineage-to = merged into { $name }
