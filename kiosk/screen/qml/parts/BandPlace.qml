pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage

// Where a band stands if the theme has one there; under what covers the whole glass it rests.
Loader {
    id: root

    required property StageView stage
    required property Clock clock
    required property string edge

    width: parent.width
    active: height > 0
    visible: stage.scene !== "dark" && stage.scene !== "notice"

    Component.onCompleted: setSource("Band.qml", {
        stage: root.stage,
        clock: root.clock,
        edge: root.edge
    })
}
