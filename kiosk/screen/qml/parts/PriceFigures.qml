pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// One price: large whole units, then cents and currency raised to the height of the figures, drawn before its scene.
// It is exactly as tall as its figures, for its picture leaves room around them; and smaller where it would not fit.
Item {
    id: root

    required property SceneView view
    required property real size

    readonly property real room: Tokens.price * Plan.typeRoom
    readonly property size natural: Qt.size(Math.max(1, picture.implicitWidth - room * 2), Math.max(1, picture.implicitHeight - room * 2))
    readonly property real fit: Math.min(size / Tokens.price, width / natural.width)
    readonly property real used: natural.width * fit

    implicitHeight: natural.height * fit

    Image {
        id: picture

        x: Math.round((Plan.centred ? (root.width - root.used) / 2 : 0) - root.room * root.fit)
        y: Math.round(-root.room * root.fit)
        scale: root.fit
        transformOrigin: Item.TopLeft
        source: root.view.figures
        cache: false
    }
}
