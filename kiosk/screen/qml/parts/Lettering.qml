pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// A headline that was drawn before its scene. `capTop` is where its capitals stand: the picture leaves room around them,
// a quarter of the type's size.
Image {
    id: root

    required property real capTop

    readonly property real room: Tokens.headline / 4

    x: Math.round(Plan.head.x - room + (Plan.centred ? (Plan.head.width + room * 2 - width) / 2 : 0))
    y: Math.round(capTop - room)
    cache: false
}
