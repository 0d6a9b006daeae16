pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// What can be touched at the moment of keeping, in larger text as much larger and with a place of its own: side by side,
// or one above the other where that place is hardly wider than high.
Grid {
    id: root

    required property Touch touch

    readonly property rect place: touch.larger ? Plan.largerKeys : Plan.keys
    readonly property int stacked: place.width > place.height * 2 ? 1 : 2
    readonly property real zoom: touch.larger ? touch.zoom : 1

    signal chosen(wish: string)

    component Key: TouchButton {
        width: (root.place.width - root.spacing * (root.columns - 1)) / root.columns
        height: (root.place.height - root.spacing * (root.stacked - 1)) / root.stacked
        zoom: root.zoom
        plain: Plan.abreast && root.touch.larger // a strip has no height for both
    }

    x: place.x
    y: place.y
    columns: 3 - stacked
    spacing: Plan.unit * 2

    Key {
        path: "M12 3 A9 9 0 1 0 12.1 3 M12 8 V12 L15 14"
        text: Words.staySaved
        onChosen: root.chosen("stay")
    }

    Key {
        path: "M4 12 H19 M13 6 L19 12 L13 18"
        text: Words.stay
        onChosen: root.chosen("browse")
    }
}
