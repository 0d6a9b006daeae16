pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "parts"
import "scenes"

// The glass: one picture behind three scenes. Everything is built once; a scene only becomes visible.
Item {
    id: root

    required property Stage stage
    required property int turn

    Item {
        id: glass

        readonly property bool lies: root.turn % 180 !== 0

        anchors.centerIn: parent
        width: lies ? root.height : root.width
        height: lies ? root.width : root.height
        rotation: root.turn

        Backdrop {
            anchors.fill: parent
            picture: root.stage.picture
            fade: root.stage.scene === "attract" ? Tokens.crossfadeMs : 0
            seconds: root.stage.seconds
        }

        AttractScene {
            anchors.fill: parent
            stage: root.stage
            visible: root.stage.scene === "attract"
        }

        OfferingScene {
            anchors.fill: parent
            stage: root.stage
            visible: root.stage.scene === "offering"
        }

        SavedScene {
            anchors.fill: parent
            stage: root.stage
            shown: root.stage.scene === "saved"
        }

        HintStrip {
            width: parent.width
            text: root.stage.hint
        }

        KeyLine {
            text: root.stage.keys
        }
    }
}
