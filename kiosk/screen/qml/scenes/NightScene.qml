pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The dark glass: black, or a dim clock that stands elsewhere in every minute.
Rectangle {
    id: root

    required property StageView stage
    required property Clock clock

    readonly property NightView view: stage.night
    readonly property real unit: Math.min(width, height) / 40

    color: view.ground

    Text {
        anchors {
            centerIn: parent
            horizontalCenterOffset: root.clock.drift.x * root.unit
            verticalCenterOffset: root.clock.drift.y * root.unit
        }
        visible: root.view.clock
        textFormat: Text.PlainText
        text: root.clock.time
        color: root.view.ink
        font {
            family: Tokens.figuresFamily
            weight: Tokens.textWeight
            pixelSize: root.unit * 7
            features: {
                "lnum": 1,
                "tnum": 1
            }
        }
    }
}
