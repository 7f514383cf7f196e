# Texts of the view Timeline.

view-timeline = Timeline
filter-kind = Kind of event
timeline-summary = Timeline of { $count } events in { $kinds } lanes by kind, from { $first } to { $last }. The list below has the same events in words.
timeline-count = { $found } of { $all } dated events
timeline-nothing = No event fits these filters.
timeline-note = A circle is one day; the longer a bar, the vaguer its date. Dashed outlines are approximate or uncertain dates; faded ends are dates without a known beginning or end. Colours are those of the groups below, grey where none is named; shaded bands are the years of the map. Choose a mark, or read the list.
timeline-all-years = All years: { $count ->
    [one] 1 event
   *[other] { $count } events
} before { $first } or after { $last }
timeline-list = Year by year
timeline-vague = Not tied to one year
timeline-sources = { $count ->
    [one] Source
   *[other] { $count } sources
 }
timeline-ids = Event { $event }, EDTF date { $date }
timeline-show-on-map = Show on the map of { $period }
timeline-show-year = Show the map of { $period } (the event names no place)
timeline-outside = Outside the periods of the atlas; { $period } is nearest.
precision-day = to the day
precision-month = to the month
precision-season = to the season
precision-year = to the year
precision-decade = to the decade
precision-interval = a span of time
precision-open = open at one end
precision-approximate = approximate or uncertain
event-kind-captured = Captured
event-kind-offensive = Offensive
event-kind-attacked = Attacked
event-kind-founding = Founding
event-kind-agreement = Agreement
event-kind-repelled = Attack repelled
event-kind-killing = Killing
event-kind-withdrawal = Withdrawal
event-kind-besieged = Besieged
event-kind-defection = Defection
event-kind-retaken = Retaken
event-kind-uprising = Uprising
event-kind-evacuated = Evacuated
event-kind-relieved = Siege relieved
event-kind-coup = Coup
event-kind-destroyed = Destroyed
event-kind-merger = Merger
event-kind-fall = Fall
