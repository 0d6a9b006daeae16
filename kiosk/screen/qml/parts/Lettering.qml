pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// A headline that was drawn before its scene. `capTop` is where its capitals stand: the picture leaves room around them.
Image {
    id: root

    required property real capTop

    readonly property real room: Tokens.headline * Plan.typeRoom

    x: Math.round(Plan.head.x - room + (Plan.centred ? (Plan.head.width + room * 2 - width) / 2 : 0))
    y: Math.round(capTop - room)
    cache: false
}
