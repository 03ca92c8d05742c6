#!/bin/sh
# An editor: writes down what it was called with, and puts a line at the end of the file, which is its last argument.
echo "$@" > "$EDITED"
for file; do :; done
echo "$EDIT" >> "$file"
