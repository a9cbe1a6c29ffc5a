# Completion of partner for fish.
#
#   partner completion fish > ~/.config/fish/completions/partner.fish
#
# The program says what can come next; fish chooses among that, quotes it and puts it on the line. Nothing is run.

# Asks the program; fails where files are wanted, which fish finds by itself.
function __partner_ask
    set -g __partner_reply (partner __complete fish (commandline -cp | string collect) 2>/dev/null </dev/null)
    not string match -q 'files*' -- "$__partner_reply[1]"
end

function __partner_words
    test (count $__partner_reply) -gt 1; and printf '%s\n' $__partner_reply[2..-1]
    string match -q 'folders*' -- "$__partner_reply[1]"; or return
    set -l token (commandline -ct)
    set -l before (string match -r -- '^-.*?=' $token)
    string match -q '*=' -- "$__partner_reply[1]"; or set before
    for folder in (__fish_complete_directories (string replace -- "$before" '' $token))
        printf '%s%s\n' "$before" $folder
    end
end

complete -c partner -e
complete -c partner -k -f -n __partner_ask -a '(__partner_words)'
