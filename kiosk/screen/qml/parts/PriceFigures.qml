pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// One price: large whole units, cents and currency raised to the height of the figures. It is exactly as tall as
// its figures, and smaller where it would not fit.
Item {
    id: root

    required property SceneView view
    required property real largest

    readonly property real gap: largest * 0.05
    readonly property real natural: wide.advanceWidth + narrow.advanceWidth * raised + gap * 3
    readonly property real size: Math.floor(largest * Math.min(1, width / Math.max(1, natural)))
    readonly property real raised: 0.46
    readonly property real rise: -wide.tightBoundingRect.y * size / largest
    readonly property real lift: rise * (1 - raised)

    height: rise
    visible: view.major !== ""

    TextMetrics {
        id: wide

        text: root.view.major
        font {
            family: Tokens.figuresFamily
            weight: Tokens.strongWeight
            pixelSize: root.largest
            features: {
                "tnum": 1
            }
        }
    }

    TextMetrics {
        id: narrow

        text: root.view.before + root.view.minor + root.view.after
        font: wide.font
    }

    Figures {
        id: before

        anchors {
            baseline: major.baseline
            baselineOffset: -root.lift
        }
        text: root.view.before
        size: root.size * root.raised
        color: root.view.ink
        strong: true
    }

    Figures {
        id: major

        x: (before.text === "" ? 0 : before.implicitWidth + root.gap) - wide.tightBoundingRect.x * root.size / root.largest
        y: root.height - baselineOffset
        text: root.view.major
        size: Math.max(1, root.size)
        color: root.view.ink
        strong: true
    }

    Figures {
        id: minor

        anchors {
            left: major.right
            leftMargin: root.gap
            baseline: major.baseline
            baselineOffset: -root.lift
        }
        text: root.view.minor
        size: root.size * root.raised
        color: root.view.ink
        strong: true
    }

    Figures {
        id: after

        anchors {
            left: minor.right
            leftMargin: root.gap * 1.5
            baseline: major.baseline
            baselineOffset: -root.lift
        }
        text: root.view.after
        size: root.size * root.raised
        color: root.view.ink
        strong: true
    }
}
