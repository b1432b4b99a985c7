"""The Markdown pages: their heads, their addresses and the macro calls in them."""
