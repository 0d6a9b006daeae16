pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// One price: large whole units, then cents and currency raised to the height of the figures. It is exactly as tall
// as its figures, and drawn smaller where it would not fit: scaled, so that nothing is laid out twice.
Item {
    id: root

    required property SceneView view
    required property color ink
    required property real size

    readonly property real small: size * 0.44
    readonly property real tuck: size * 0.045
    readonly property real tall: -zero.tightBoundingRect.y
    readonly property real raised: tall * small / size
    readonly property real fit: Math.min(1, width / Math.max(1, minor.x + minor.width))

    readonly property real used: (minor.x + minor.width) * fit

    implicitHeight: tall * fit

    TextMetrics {
        id: zero

        font: major.font
        text: "0"
    }

    Item {
        x: Plan.centred ? (root.width - root.used) / 2 : 0
        scale: root.fit
        transformOrigin: Item.TopLeft

        Figures {
            id: before

            y: root.raised - baselineOffset
            text: root.view.before
            size: root.small
            color: root.ink
        }

        Figures {
            id: major

            x: before.visible ? before.width + root.tuck : 0
            y: root.tall - baselineOffset
            text: root.view.major
            size: root.size
            color: root.ink
        }

        Figures {
            id: minor

            x: major.x + major.width - root.tuck
            y: root.raised - baselineOffset
            text: root.view.minor
            size: root.small
            color: root.ink
        }
    }
}
