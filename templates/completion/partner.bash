# Completion of partner for bash (3.2 and later, with or without the package bash-completion).
#
# With bash-completion:
#   partner completion bash > ~/.local/share/bash-completion/completions/partner
# Without it, and `source ~/.partner.bash` in ~/.bashrc:
#   partner completion bash > ~/.partner.bash
#
# The program says what can come next and quotes it: its answer is put on the line as it is, and never run.

_partner_complete() {
  local line="${COMP_LINE:0:COMP_POINT}" head='' reply
  COMPREPLY=()
  while IFS= read -r reply; do
    if [[ -z $head ]]; then head=$reply; else COMPREPLY+=("$reply"); fi
  done < <(partner __complete bash "$line" "$2" 2>/dev/null </dev/null)
  [[ ${#COMPREPLY[@]} -eq 0 ]] || return 0
  # Files and folders are bash's own matter. Before bash 4 it offers files wherever there is nothing else.
  case $head in
    files*) compopt -o default +o nospace 2>/dev/null ;;
    folders*) compopt -o dirnames +o nospace 2>/dev/null ;;
  esac
  return 0
}

# The answer brings its spaces, since some words go on: `key=`, `stage/`. Its order is that of the stages and the files.
if ! type compopt >/dev/null 2>&1; then
  complete -o nospace -o default -F _partner_complete partner
else
  complete -o nospace -o nosort -F _partner_complete partner 2>/dev/null ||
    complete -o nospace -F _partner_complete partner
fi
