"""What the view Trends shows: shares of each faction or alliance per year, and what moved between the years."""
