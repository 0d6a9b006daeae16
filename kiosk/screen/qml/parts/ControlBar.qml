pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// The controls at the lower edge, in one row, or in two where their words would be too small in one. Where somebody cannot
// reach up, the arrows stand here as well, as wordless as beside the page. Each row is filled, whatever the number of the
// others, in type that fits the longest of their words.
Flow {
    id: root

    required property Touch touch
    required property real room
    required property real tall
    required property int count // but for the arrows
    required property int rows

    readonly property int arrows: touch.lower ? 2 : 0
    readonly property int first: rows > 1 ? (arrows > 0 ? Math.floor(count / 2) : Math.ceil(count / 2)) : count // with words

    readonly property real upper: Math.floor((room - arrows * (tall + spacing) - spacing * (first - 1)) / first)
    readonly property real lower: rows > 1 ? Math.floor((room - spacing * (count - first - 1)) / (count - first)) : upper
    readonly property int longest: [Words.otherLanguage, Words.larger, Words.lower, Words.read, Words.advisor, Words.leave].reduce((most, word) => Math.max(most, word.length), 1)

    component Key: TouchButton {
        plain: named && Plan.abreast && root.touch.larger
        zoom: plain ? root.touch.zoom : 1
        width: Positioner.index < root.arrows + root.first ? root.upper : root.lower
        height: root.tall
        most: Math.min(root.upper, root.lower) / root.longest * 1.65
    }

    width: room
    spacing: Tokens.step * 2

    Key {
        width: root.tall
        visible: root.touch.lower
        text: ""
        path: "M15 4 L7 12 L15 20"
        Accessible.name: Words.previous
        onChosen: root.touch.ask("previous")
    }

    Key {
        width: root.tall
        visible: root.touch.lower
        text: ""
        path: "M9 4 L17 12 L9 20"
        Accessible.name: Words.next
        onChosen: root.touch.ask("next")
    }

    Key {
        visible: root.touch.changesLanguage
        path: "M3 5 H21 V16 H13 L8 20 V16 H3 Z M8 10.5 H16"
        text: Words.otherLanguage
        onChosen: root.touch.ask("language")
    }

    Key {
        path: "M3 19 L10 3 L17 19 M5.5 13.5 H14.5 M20 4 V10 M17 7 H23"
        text: Words.larger
        on: root.touch.larger
        onChosen: root.touch.ask("larger")
    }

    Key {
        path: "M12 3 V15 M6.5 10 L12 15.5 L17.5 10 M5 21 H19"
        text: Words.lower
        on: root.touch.lower
        onChosen: root.touch.ask("lower")
    }

    Key {
        visible: root.touch.speaks
        path: "M3 9 H7 L13 4 V20 L7 15 H3 Z M16.5 8.5 Q19.5 12 16.5 15.5 M19.5 5.5 Q24 12 19.5 18.5"
        text: Words.read
        on: root.touch.reads
        onChosen: root.touch.ask("read")
    }

    Key {
        visible: root.touch.calls
        path: "M4 18 H20 L18 14.5 V10 A6 6 0 0 0 6 10 V14.5 Z M10 21.5 H14 M12 4 V2"
        text: Words.advisor
        onChosen: root.touch.ask("advisor")
    }

    Key {
        path: "M5 5 L19 19 M19 5 L5 19"
        text: Words.leave
        onChosen: root.touch.ask("leave")
    }
}
