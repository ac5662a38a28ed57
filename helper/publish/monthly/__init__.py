"""The monthly round: models and a day in, whom to ask whether what is printed of them is still right out."""
