pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// The scene's message: the display face, in two lines at most, smaller only where a word would not fit.
Text {
    id: root

    required property real size

    readonly property real smallest: size * 0.5
    readonly property real overhang: baselineOffset + capital.tightBoundingRect.y

    height: Math.ceil(size * 1.3 * maximumLineCount)
    textFormat: Text.PlainText
    wrapMode: maximumLineCount > 1 ? Text.WordWrap : Text.NoWrap
    maximumLineCount: 2
    elide: Text.ElideRight
    fontSizeMode: Text.Fit
    minimumPixelSize: smallest
    lineHeight: Tokens.tight
    font {
        family: Tokens.displayFamily
        weight: Tokens.displayWeight
        pixelSize: root.size
    }

    TextMetrics {
        id: capital

        font: root.font
        text: "H"
    }
}
