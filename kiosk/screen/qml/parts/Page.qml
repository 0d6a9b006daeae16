pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// All that stands on the glass. While somebody browses it steps back, and leaves room for the controls: at both sides,
// and a `bar` at the lower edge. Controls are measured by the `unit`, eight pixels of 1080, so that no theme makes them
// too small to touch.
Item {
    id: root

    required property Touch touch

    readonly property bool upright: height > width
    readonly property real unit: Math.max(Tokens.step, Math.min(width, height) / 135)
    readonly property real gap: unit * 2
    readonly property real target: unit * 15
    readonly property real bar: (target + gap) * (upright ? 2 : 1) + gap * 2
    readonly property real side: unit * 12 + gap * 2
    readonly property real headroom: unit * 3
    readonly property real least: Math.min((height - bar - headroom) / height, (width - side * 2) / width)

    property real slip: 0
    property real back: 0

    readonly property bool browsed: touch.active

    onBrowsedChanged: {
        recede.stop();
        slip = 0;
        back = 0;
        if (browsed)
            recede.start();
    }

    clip: back > 0
    x: slip
    y: back * Math.max(headroom, (height - bar - height * least) / 2)
    scale: 1 - back * (1 - least)
    transformOrigin: Item.Top

    NumberAnimation {
        id: recede

        target: root
        property: "back"
        to: 1
        duration: Tokens.settleMs
        easing.type: Easing.OutCubic
    }
}
