pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// What the glass says where no picture speaks: a message of the loop, or the brand's own words.
Item {
    id: root

    required property SceneView view
    property real room: width // less where a code stands beside it

    readonly property string saying: view.saying
    readonly property bool upright: height > width
    readonly property rect place: Plan.head.bottom <= Plan.foot.y ? Plan.foot : Plan.head // the foot has no tab beside it
    readonly property real measure: Plan.abreast ? Plan.foot.right - Plan.head.x : Math.min(place.width, room)
    readonly property real rise: sayingLine.text === "" ? 0 : Tokens.lead // so that both lines are in the middle
    readonly property int alignment: Plan.centred ? Text.AlignHCenter : Text.AlignLeft

    visible: saying !== ""
    onSayingChanged: appear.restart()

    NumberAnimation on opacity {
        id: appear

        running: false
        from: 0
        to: 1
        duration: Tokens.crossfadeMs
        easing.type: Easing.InQuad
    }

    Headline {
        id: title

        x: root.place.x
        y: root.upright || Plan.centred ? root.place.y : (root.height - contentHeight) / 2 - root.rise
        width: root.measure
        horizontalAlignment: root.alignment
        text: root.saying
        size: Tokens.headline
        slim: 0.85
        color: root.view.ink
    }

    EvenLine {
        id: sayingLine

        x: root.place.x + (Plan.centred ? (root.measure - width) / 2 : 0)
        y: title.y + title.contentHeight + Tokens.step * 3
        room: root.measure
        height: Math.max(0, root.place.bottom - y)
        horizontalAlignment: root.alignment
        fontSizeMode: Text.Fit
        minimumPixelSize: Tokens.legal
        elide: Text.ElideRight
        text: root.view.sayingLine
        size: Tokens.lead * 1.3 // it has the glass for itself
        color: root.view.ink
    }
}
