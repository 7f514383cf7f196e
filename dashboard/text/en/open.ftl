# The view in which a reader opens an atlas of their own.

view-open = Open another
open-heading = Open another atlas
open-intro = Give the zip file of an atlas, or a file of shapes and a table that tells who held what. At most { $megabytes } MB, and { $files } files in a zip.
open-private = Only this page will show it. It is read in the memory of the server, nothing of it stays on a disk, and it is gone when you close or reload the page. Its address can’t be shared.
open-files = Zip of an atlas, or shapes and a table
open-choose = Choose files
open-formats = Shapes: GeoJSON, TopoJSON, GeoPackage, zipped Shapefile, GeoParquet. Tables: CSV, Excel, OpenDocument, Parquet.
open-reading = The files are being read …
open-full = As many atlases are open as this server allows. Close another page with one, or try again later.
open-problems = { $count ->
    [one] One problem must be mended first
   *[other] { $count } problems must be mended first
}
open-problems-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
open-problems-note = As “atlas validate” tells them, in English.
open-problem-file = File
open-problem-row = Row
open-problem-column = Column
open-problem-value = Value
open-problem-message = What is wrong
open-problem-hint = What to do
open-events = This is a table of events. What counts as control in it has to be said in a rule: use “atlas import”.
open-too-many = More than { $most } values or names have to be said: use “atlas import”, or choose another column.
open-what = What is what
open-title = Title of the atlas
open-control = What counts as holding, in the words of the data
open-layer = Layer of the shapes
open-crs = Coordinate system of the shapes, if the file names none (EPSG:4326 for degrees)
open-name = Shapes: column with the names
open-joined = Shapes: column that the table refers to
open-unit = Table: column that names the shape
open-category = Column that tells who held it
open-date = Column with the dates
open-date-one = One date for all
open-date-text = Date, such as 2021-08-15
open-date-format = How dates are written
open-date-iso = 2021-08-15, 2021-08 or 2021
open-dated = Columns that are read, one for each date
open-each = A stop of the slider for each
open-each-day = Day
open-each-month = Month
open-each-year = Year
open-each-decade = Decade
open-valid-from = Shapes: column with the first date
open-valid-to = Shapes: column with the last date
open-end = Does a shape still stand on that date?
open-end-inclusive = Yes
open-end-exclusive = No
open-open-end = Date that stands for “still so”, or none ({ $seen })
open-unused = Not used
open-values = What each value says
open-values-note = Name the faction that held it. The same name twice is one faction; two names with a semicolon between fought over it; an empty box leaves the value out. Each faction stands for itself.
open-value = { $count ->
    [one] { $value } (once)
   *[other] { $value } ({ $count } times)
}
open-kind = { $faction } is a
open-kind-party = party
open-kind-front = front
open-kind-militia = militia
open-kind-government = government
open-kind-foreign-forces = foreign force
open-kind-umbrella = union of several
open-kind-unstated = actor named only in general
open-names = Names that no shape has
open-names-note = Nothing is joined by a guess: choose the shape that is meant. What you leave out is left out.
open-leave-out = Left out
open-source = The source of the table
open-source-title = Title
open-source-author = Author
open-source-year = Year
open-source-language = Language (such as en)
open-source-kind = Kind
open-source-independent = Does it tell what it knows itself?
open-source-independent-true = Yes
open-source-independent-false = No, it copies others
open-source-thin = Is it thin, anonymous, or far from what it tells?
open-source-thin-true = Yes
open-source-thin-false = No
open-unanswered = Still to be answered: { $questions }
open-preview = Preview
open-report = What was read
open-warnings = To know
open-period = Map of
open-picture = { $title }: map of { $period }
open-show = Open this atlas
opened-note = You have opened this atlas: only this page shows it. Its address can’t be shared, and it is gone when you close or reload the page.
opened-close = Close it
opened-gone = The atlas that you had opened was closed: nobody had looked at it for a long time. Here is the atlas of this server.
