"""The public data contract: files that other people's programs read.

Its fields and their order are fixed; a change of them is a new version.
"""

VERSION = "1.0.0"
