pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// A headline that was drawn before its scene. `capTop` is where its capitals stand: the picture leaves room around them.
// It stands at a share of its size where less is `free` for it: whatever else it says, a price says more.
Image {
    id: root

    required property real capTop
    required property real free

    readonly property real room: Tokens.headline * Plan.typeRoom
    readonly property real tall: height - room
    readonly property real least: tall * 0.6
    readonly property real fit: Math.max(least, Math.min(tall, free)) / Math.max(1, tall)
    readonly property real foot: capTop + tall * fit

    x: Math.round(Plan.head.x - room * fit + (Plan.centred ? (Plan.head.width + (room * 2 - width) * fit) / 2 : 0))
    y: Math.round(capTop - room * fit)
    scale: fit
    transformOrigin: Item.TopLeft
    cache: false
}
