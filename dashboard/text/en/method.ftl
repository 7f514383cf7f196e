# Sections of the view Method that the atlas's own description does not have.

method-cite = How to cite
method-cite-note = Name the version: calls change when claims are added. A single claim is cited by its own source, which stands with it.
method-licences = Licences
method-licence-code = MIT (the program)
method-changes = Changes between versions
method-english = The description of the method, the claims and their citations are in English.
method-translation = The Dari and Pashto texts of this page were written by the makers of the atlas and have not yet been checked by a historian who speaks the language. Names of places and parties are those that the tables have; where a table has none, the English name stands.
method-reading = A colour says which group the sources describe as strongest in the countryside of a province at the time shown. Full colour rests on firm evidence, pale and dotted on weak. Choose a province and you see every claim behind its colour, with its source, and what says otherwise.
method-checks = Sentences about the whole country
method-checks-note = Sources also make statements about the whole country. These colour no province; here they are compared with what the calls of the atlas add up to.
