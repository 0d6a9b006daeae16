pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// All that stands on the glass. While somebody browses it steps back, and leaves room for the controls: at both sides,
// and a `bar` at the lower edge.
Item {
    id: root

    required property Touch touch

    readonly property bool upright: height > width
    readonly property real unit: Plan.unit
    readonly property real gap: unit * 2
    readonly property real target: unit * 15
    readonly property int controls: 3 + (touch.changesLanguage ? 1 : 0) + (touch.speaks ? 1 : 0) + (touch.calls ? 1 : 0)
    readonly property real share: (width - gap * 3 - (touch.lower ? (target + gap) * 2 : 0)) / controls - gap // of one of them in a row of all
    readonly property int rows: upright || share < unit * 26 ? 2 : 1
    readonly property real bar: (target + gap) * rows + gap * 2
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
