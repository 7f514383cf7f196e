# Texts around the map in English.

headline = { $period }: { $side } lead { $firm ->
    [0] no province
    [one] 1 province
   *[other] { $firm } provinces
} on firm evidence, { $weak } on weak; { $single ->
    [0] none of these rests on one source alone
    [one] 1 of these rests on one source
   *[other] { $single } of these rest on one source
}
headline-nobody = { $period }: no source says who leads in any of { $provinces } provinces
about-finding = What this says, and what “control” means here
province-choose = Choose …
sure-heading = How sure:
sure-weak = weak
sure-partly = known in parts
sure-unclear = unclear
sure-contested = contested
sure-no-evidence = no source
signs-heading = Capitals:
tools-label = What you can do with this map
tool-download = Download
tool-cite = Cite
tool-link = Share
tool-embed = Embed
tool-layers = Layers
side-colour = Colour
tool-full-screen = Full screen
tool-table = Table
full-page = Open the full atlas
hint = Choose a province: every colour can be opened.
hint-close = Close the hint
sheet-close = Close the province
