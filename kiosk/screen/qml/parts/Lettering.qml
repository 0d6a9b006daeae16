pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// A headline that was drawn before its scene. `capLeft` and `capTop` are where its capitals stand: the picture leaves room
// around them, a quarter of the type's size.
Image {
    id: root

    required property real capLeft
    required property real capTop

    readonly property real room: Tokens.headline / 4

    x: Math.round(capLeft - room)
    y: Math.round(capTop - room)
    cache: false
}
