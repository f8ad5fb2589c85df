#!/usr/bin/env bash
# Shows the guide's tablet page in a locked-down Chromium, and starts it anew when it exits or
# when its page gives no sign of life any more. Ends only when it is told to (docs/tablet.md).
set -Eeuo pipefail

# What the page writes to the browser's console once a minute while it is in sight.
readonly sign="horgos-kiosk alive"
readonly policies=/etc/chromium/policies/managed/horgos-kiosk.json

fail() {
    echo "start-kiosk: $1" >&2
    exit 2
}

say() { echo "start-kiosk: $1"; }

[[ -n ${HORGOS_ADDRESS:-} ]] || fail "HORGOS_ADDRESS is not set; in /etc/horgos-kiosk.conf: HORGOS_ADDRESS=https://guide.example"
[[ -n ${TABLET:-} ]] || fail "TABLET is not set; in /etc/horgos-kiosk.conf a name for this tablet: TABLET=desk-1"
[[ $TABLET =~ ^[a-z0-9-]{1,40}$ ]] || fail "TABLET='$TABLET' is not 1 to 40 of a-z, 0-9 and -"
[[ $HORGOS_ADDRESS =~ ^(https?)://([a-z0-9.-]+)(:([0-9]+))?/?$ ]] || fail "HORGOS_ADDRESS='$HORGOS_ADDRESS' is not like https://guide.example"
scheme=${BASH_REMATCH[1]} host=${BASH_REMATCH[2]} port=${BASH_REMATCH[4]}
[[ -n $port ]] || { [[ $scheme == https ]] && port=443 || port=80; }
# Seconds without a sign of life before the browser is started anew.
patience=${PATIENCE:-180}
[[ $patience =~ ^[1-9][0-9]*$ ]] || fail "PATIENCE='$patience' is not a number of seconds"

chromium=${CHROMIUM:-chromium}
command -v "$chromium" >/dev/null || fail "there is no $chromium; install it: sudo apt install chromium"
grep -qsF "\"$scheme://.$host:$port/kiosk\"" "$policies" ||
    fail "$policies does not lock Chromium to $HORGOS_ADDRESS; write it: horgos tablet policies --address $HORGOS_ADDRESS"

readonly profile=${XDG_STATE_HOME:-$HOME/.local/state}/horgos-kiosk
readonly page="$scheme://$host:$port/kiosk?tablet=$TABLET"
switches=(
    "--kiosk"
    "--user-data-dir=$profile"
    "--no-first-run"
    "--no-default-browser-check"
    "--noerrdialogs"
    "--disable-pinch"
    "--overscroll-history-navigation=0"
    "--password-store=basic"
    "--enable-speech-dispatcher" # voices on the tablet itself, for reading aloud
    "--enable-logging=stderr"    # carries the page's sign of life
)

# Of the last run only what the page keeps for a time without network survives: its service
# worker with the page and the answers, the same for everybody.
forget_visits() {
    mkdir -p "$profile/Default"
    find "$profile" -mindepth 1 -maxdepth 1 ! -name Default -exec rm -rf {} +
    find "$profile/Default" -mindepth 1 -maxdepth 1 \
        ! -name "Service Worker" ! -name WebStorage -exec rm -rf {} +
}

browser=
stop_browser() {
    [[ -n $browser ]] || return 0
    kill -TERM "$browser" 2>/dev/null || true
    local tries=100
    while kill -0 "$browser" 2>/dev/null && ((tries-- > 0)); do sleep 0.1; done
    kill -KILL "$browser" 2>/dev/null || true
    browser=
}
trap stop_browser EXIT
trap 'exit 0' TERM INT HUP

# Returns when the browser has ended or its page has been silent for too long. What the browser
# prints is looked at for the sign and thrown away: it never gets into the journal.
watch_browser() {
    local line status deadline=$((SECONDS + patience))
    exec {output}< <(exec "$chromium" "${switches[@]}" "$page" 2>&1)
    browser=$!
    while ((SECONDS < deadline)); do
        status=0
        IFS= read -r -t 1 line <&"$output" || status=$?
        if ((status > 128)); then
            continue
        elif ((status > 0)); then
            say "the browser has ended"
            break
        elif [[ $line == *:CONSOLE*"\"$sign\""* ]]; then
            deadline=$((SECONDS + patience))
        fi
    done
    ((SECONDS < deadline)) || say "no sign of life for $patience s"
    stop_browser
    exec {output}<&-
}

while true; do
    forget_visits
    say "starting $page"
    watch_browser
    sleep 3
done
