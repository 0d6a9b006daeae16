pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "parts"
import "scenes"

// The glass: one picture behind three scenes, which are built once and only become visible. A notice is built when
// there is one, for the first picture must not wait for it, and lies above everything; so are the night, a greeting and
// the screen's name. The prices of a shelf take the place of the loop. What is touched lies around the scenes, where the
// glass can be touched. The glass reaches beyond the window by `reach` on each side, within which it drifts.
Item {
    id: root

    required property StageView stage
    required property Clock clock
    required property int turn
    required property int reach

    Item {
        id: glass

        readonly property bool lies: root.turn % 180 !== 0

        anchors {
            centerIn: parent
            horizontalCenterOffset: root.reach > 0 ? root.clock.drift.x : 0
            verticalCenterOffset: root.reach > 0 ? root.clock.drift.y : 0
        }
        width: (lies ? root.height : root.width) + root.reach * 2
        height: (lies ? root.width : root.height) + root.reach * 2
        rotation: root.turn

        Item {
            y: Plan.above
            width: parent.width
            height: parent.height - Plan.above - Plan.below

            Rectangle {
                anchors.fill: parent
                visible: page.back > 0
                color: Tokens.ground
            }

            Page {
                id: page

                width: parent.width
                height: parent.height
                touch: root.stage.touch

                Backdrop {
                    anchors.fill: parent
                    stage: root.stage
                }

                AttractScene {
                    anchors.fill: parent
                    stage: root.stage
                    brow: strip.brow
                    visible: root.stage.scene === "attract"
                }

                OfferingScene {
                    anchors.fill: parent
                    stage: root.stage
                    brow: strip.brow
                    scaled: page.browsed ? page.least : 1
                    visible: root.stage.scene === "offering" && !root.stage.touch.larger
                }

                SavedScene {
                    anchors.fill: parent
                    stage: root.stage
                    shown: root.stage.scene === "saved"
                }
            }

            Loader {
                anchors.fill: parent
                active: root.stage.shelf.count > 0
                visible: root.stage.scene === "attract"

                Component.onCompleted: setSource("scenes/ShelfScene.qml", {
                    view: root.stage.shelf
                })
            }

            Loader {
                anchors.fill: parent
                active: root.stage.scene === "greeting"

                Component.onCompleted: setSource("scenes/GreetingScene.qml", {
                    stage: root.stage
                })
            }

            Loader {
                anchors.fill: parent
                active: root.stage.touch.offered
                focus: true

                Component.onCompleted: setSource("scenes/TouchLayer.qml", {
                    stage: root.stage,
                    page: page,
                    strip: strip
                })
            }

            KeyLine {
                text: root.stage.keys
            }

            HintStrip {
                id: strip

                width: parent.width
                text: root.stage.hint
                zoom: root.stage.touch.larger ? root.stage.touch.zoom : 1
            }
        }

        BandPlace {
            height: Plan.above
            stage: root.stage
            clock: root.clock
            edge: "top"
        }

        BandPlace {
            anchors.bottom: parent.bottom
            height: Plan.below
            stage: root.stage
            clock: root.clock
            edge: "bottom"
        }

        Loader {
            anchors.fill: parent
            active: root.stage.enrolment.shown

            Component.onCompleted: setSource("parts/EnrolmentSign.qml", {
                view: root.stage.enrolment
            })
        }

        Loader {
            anchors.fill: parent
            active: root.stage.scene === "notice"

            Component.onCompleted: setSource("scenes/NoticeScene.qml", {
                stage: root.stage
            })
        }

        Loader {
            anchors.fill: parent
            active: root.stage.scene === "dark"

            Component.onCompleted: setSource("scenes/NightScene.qml", {
                stage: root.stage,
                clock: root.clock
            })
        }

        Loader {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: parent.height / 3
            active: root.stage.identity !== ""

            Component.onCompleted: setSource("parts/NamePlate.qml", {
                stage: root.stage
            })
        }
    }
}
