"""The recovery log in the window: kept while a map is open, offered on the start page, never applied by itself."""
