#!/bin/sh
# Stands before git in PATH: at the call KILL_GIT (`commit 2 before`, the second commit) it kills who called, before or after git has done its work.
git=$(PATH=${PATH#*:} command -v git)
for word in "$@"; do
  case $word in
    -*|*=*) ;;
    *) break ;;
  esac
done
set -- "$KILL_GIT" "$word" "$@"
wanted=$1 command=$2
shift 2
case $wanted in
  "$command "*)
    echo >> "$KILL_CALLS"
    number=${wanted#* }
    if [ "$(wc -l < "$KILL_CALLS")" -eq "${number% *}" ]; then
      if [ "${number#* }" = before ]; then
        kill -9 $PPID
        exit 1
      fi
      "$git" "$@"
      kill -9 $PPID
      exit 1
    fi
    ;;
esac
exec "$git" "$@"
