"""Map: a year slider, the choropleth, its legend, and the evidence of a chosen province."""
