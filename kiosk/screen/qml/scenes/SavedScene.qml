pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "../parts"

// The moment of keeping: a wash of colour from the reader's edge, a tick, the kept picture, the way to the phone.
Item {
    id: root

    required property StageView stage
    required property bool shown

    readonly property SceneView view: stage.saved
    readonly property real zoom: stage.touch.larger ? stage.touch.zoom : 1
    readonly property int alignment: Plan.centred ? Text.AlignHCenter : Text.AlignLeft

    readonly property bool touched: stage.touch.offered // then controls take of the height

    readonly property rect words: touched ? Plan.touchedSaved : Plan.saved
    readonly property rect claim: touched ? Plan.touchedClaim : Plan.claim
    readonly property point middle: touched ? Plan.touchedKept : Plan.kept

    // Words, tick and code end level with the print where that stands beside them.
    readonly property real upper: Plan.stacked ? words.y : kept.y
    readonly property real lower: Plan.stacked ? claim.bottom : kept.y + kept.height

    // Where no code is to come, words stand in the middle beside the print, or with it in the middle of the glass.
    readonly property real worded: tick.unit * 14 + Tokens.step * 7 + headline.contentHeight + told * (view.nextStamp === "" ? 1.5 : 2.5)
    readonly property real brink: Plan.centred ? middle.y - kept.height / 2 : words.y
    readonly property real spare: Plan.stacked ? height - brink * 2 - worded - Tokens.step * 6 - kept.height : kept.height - worded
    readonly property real drop: view.alone ? Math.max(0, spare / 2) : 0

    // What the words end above: the code, the print, or neither.
    readonly property bool coded: code.visible && (Plan.codePlace === "below" || !(Plan.captioned || Plan.abreast || Plan.stacked))
    readonly property real floor: coded ? code.y : Plan.stacked && !Plan.centred ? kept.y : words.bottom

    // Where there is no room for both, the way is told and the next stamp is not.
    readonly property real told: Tokens.lead * zoom * (view.alone ? 1.3 : 1)
    readonly property real pitch: zoom > 1 || view.nextStamp !== "" ? 1.1 : Tokens.leading
    readonly property real room: floor - Tokens.step * (Plan.stacked ? 4 : 2) - line.y
    readonly property bool both: view.nextStamp !== "" && pair.contentHeight <= pair.height
    readonly property real share: (both ? pair : single).fontInfo.pixelSize / Tokens.lead

    visible: shown

    onShownChanged: {
        if (shown) {
            wash.flow();
            tick.draw();
            kept.settle();
        }
    }

    Wash {
        id: wash

        anchors.fill: parent
        side: root.stage.side
    }

    Tick {
        id: tick

        x: Plan.centred ? root.words.x + (root.words.width - width) / 2 : root.words.x - unit * 2
        y: root.upper - unit * 6 + root.drop
        width: Plan.tick / (root.touched && !Plan.abreast ? root.stage.touch.zoom : root.zoom)
        visible: wash.reached
        ink: Tokens.washInk
    }

    Headline {
        id: headline

        x: root.words.x
        y: tick.y + tick.unit * 20 + Tokens.step * 4
        width: root.words.width
        visible: wash.reached
        horizontalAlignment: root.alignment
        lines: Plan.stacked || Plan.abreast ? 1 : 2
        text: root.view.saying
        size: Tokens.headline
        color: Tokens.washInk
    }

    Line {
        id: line

        x: root.words.x
        y: headline.y + headline.contentHeight + Tokens.step * 3
        width: root.words.width
        height: root.room
        visible: wash.reached
        horizontalAlignment: root.alignment
        elide: Text.ElideRight
        lineHeight: root.pitch
        text: root.view.sayingLine
        size: Tokens.lead * root.share
        color: Tokens.washInk
    }

    Line {
        x: root.words.x
        y: line.y + line.contentHeight + Tokens.step
        width: root.words.width
        visible: root.both && wash.reached
        horizontalAlignment: root.alignment
        lineHeight: root.pitch
        text: root.view.nextStamp
        size: Tokens.lead * root.share
        color: Tokens.washInk
    }

    // Only measured, as large as it has room: type that is made to fit knows nothing of its line height.
    component Measure: Line {
        width: root.words.width
        height: (root.room - Tokens.step) / root.pitch
        visible: false
        fontSizeMode: Text.Fit
        lineHeight: 1
        size: root.told
    }

    Measure {
        id: single

        minimumPixelSize: Tokens.legal * (Plan.abreast ? 0.85 : 1) // whole above all, though a band takes of a strip
        text: root.view.sayingLine
    }

    Measure {
        id: pair

        minimumPixelSize: Tokens.legal * root.zoom
        text: `${root.view.sayingLine}\n${root.view.nextStamp}`
    }

    CodeCard {
        id: code

        x: root.claim.x + (Plan.captioned ? Math.round((root.claim.width - width) / 2) : 0)
        y: Math.round(root.lower - height)
        code: root.view.code
        text: Plan.captioned ? Words.claimLine : ""
        zoom: root.zoom
    }

    Line {
        anchors {
            left: code.right
            leftMargin: Tokens.step * 5
            verticalCenter: code.verticalCenter
        }
        width: root.claim.width - code.width - Tokens.step * 5
        height: code.height
        visible: code.visible && !Plan.captioned
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.Fit
        minimumPixelSize: Tokens.legal
        lineHeight: root.zoom > 1 ? 1.1 : Tokens.leading
        text: Words.claimLine
        size: Tokens.lead * root.zoom
        strong: true
        color: Tokens.washInk
    }

    KeptCard {
        id: kept

        x: Math.round(root.middle.x - width / 2)
        y: Math.round(root.middle.y - height / 2 + (Plan.stacked ? root.drop : 0))
        cut: root.touched ? Plan.touchedCut : Plan.cut
        picture: root.stage.picture
        view: root.view
    }

    Loader {
        readonly property real corner: kept.x + kept.width // of the print: it is stuck on that, and hangs over as far as there is room
        readonly property real edge: Math.min(...[root.width, root.words.x, root.claim.x].filter(one => one > corner)) - Tokens.step * 4
        readonly property real end: Plan.abreast ? corner : Math.max(edge, corner)

        x: Math.min(corner - Tokens.step * 6, end + Tokens.step - width)
        y: kept.y + Tokens.step * 2 // clear of the words above the print
        active: root.shown && root.view.stampsOf > 0 // it is told late, or not at all

        Component.onCompleted: setSource("../parts/StampCard.qml", {
            view: root.view,
            room: Qt.binding(() => kept.width * 0.8),
            zoom: Qt.binding(() => root.zoom)
        })
    }
}
