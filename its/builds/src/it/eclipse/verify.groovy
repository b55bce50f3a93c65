println 1
