"""The folium map of an atlas; free of Streamlit, so notebooks use it too."""
