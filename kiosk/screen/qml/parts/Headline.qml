pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// The scene's message: the display face, in the height of so many lines of full size, smaller where it needs more.
Text {
    id: root

    required property real size
    property int lines: 2

    readonly property real smallest: size * 0.5
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
        pixelSize: root.size
        features: {
            "lnum": 1
        }
    }

    FontMetrics {
        id: metrics

        font: root.font
    }

    TextMetrics {
        id: capital

        font: root.font
        text: "H"
    }
}
