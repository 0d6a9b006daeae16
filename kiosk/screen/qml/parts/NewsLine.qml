pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Tells for a while that what stands below it has changed.
Rectangle {
    id: root

    function tell(): void {
        fade.restart();
    }

    height: Tokens.stroke * 2
    color: Tokens.pulse
    opacity: 0

    NumberAnimation on opacity {
        id: fade

        running: false
        from: 1
        to: 0
        duration: Tokens.pulseEveryMs
        easing.type: Easing.InQuad
    }
}
