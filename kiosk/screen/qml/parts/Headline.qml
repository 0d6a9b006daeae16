pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// The scene's message: the display face, in the height of so many lines of full size, smaller where it needs more.
Text {
    id: root

    required property real size
    property int lines: 2
    property real slim: 1 // of its size: on one line where it need be no smaller than that

    readonly property real smallest: size * 0.5
    readonly property real single: width * 0.98 / Math.max(1, whole.advanceWidth) // of its size, that it has on one line
    readonly property real overhang: baselineOffset + capital.tightBoundingRect.y

    height: Math.ceil(metrics.lineSpacing * (lineHeight * (lines - 1) + 1))
    textFormat: Text.PlainText
    wrapMode: lines > 1 ? Text.WordWrap : Text.NoWrap
    elide: Text.ElideRight
    fontSizeMode: Text.Fit
    minimumPixelSize: smallest
    lineHeight: Tokens.tight
    font {
        family: Tokens.displayFamily
        weight: Tokens.displayWeight
        pixelSize: root.size * (root.single < root.slim ? 1 : Math.min(1, root.single))
        features: {
            "lnum": 1
        }
    }

    FontMetrics {
        id: metrics

        font: root.font
    }

    TextMetrics {
        id: whole

        font {
            family: Tokens.displayFamily
            weight: Tokens.displayWeight
            pixelSize: root.size
        }
        text: root.text
    }

    TextMetrics {
        id: capital

        font: root.font
        text: "H"
    }
}
