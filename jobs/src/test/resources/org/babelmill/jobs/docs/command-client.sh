#!/bin/sh
# Stands for `babelmill` where DocsIT runs the commands of the docs: hands the command line to CommandServer.
desk=$BABELMILL_DESK
cat > "$desk/stdin"
printf '%s\0' "$@" > "$desk/arguments"
echo run > "$desk/request"
read -r code < "$desk/answer"
cat "$desk/stdout"
cat "$desk/stderr" >&2
echo "$code $*" >> "$desk/codes"
# 3 is "done, but look at this": the sample's archive breaks off on purpose.
if [ "$code" -eq 3 ]; then code=0; fi
exit "$code"
