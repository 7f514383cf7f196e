"""Small honest pages over the same data, each the way somebody would write it with folium and Streamlit."""

PAGE_VARIABLE = "BENCHMARK_PAGE"
"""Environment variable that names the page to serve: a module of this package."""

FOLDER_VARIABLE = "BENCHMARK_ATLAS"
"""Environment variable with the folder of the atlas that a page shows; the built-in one if it is not set."""

STOPS_VARIABLE = "BENCHMARK_STOPS"
"""Environment variable with the stops of the floor's slider, spaces between: that page loads no atlas."""
