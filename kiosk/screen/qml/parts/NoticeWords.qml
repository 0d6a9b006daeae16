pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage

// Words of a notice, as large as fits, though no larger than `most`.
Text {
    id: root

    required property NoticeView view
    required property real most
    required property real least

    textFormat: Text.PlainText
    color: root.view.ink
    wrapMode: Text.WordWrap
    fontSizeMode: Text.Fit
    minimumPixelSize: root.least
    font {
        family: root.view.family
        weight: root.view.weight
        pixelSize: root.most
    }
}
