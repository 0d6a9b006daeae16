pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme
import "../parts"

// What things cost on the shelf that the screen hangs on: a card for each article, in the grid that makes them largest and
// leaves least of the glass free. What has no room comes by page, each of which stands as long as the one before, in cards
// with room for longer names.
Rectangle {
    id: root

    required property ShelfView view

    readonly property real least: Math.max(Tokens.lead * 9, Tokens.legal * (Plan.abreast ? 11 : 13)) // a card's width, below which its words are cramped
    readonly property real lines: Tokens.lead * 4.2 + Tokens.legal * (Plan.abreast ? 4.6 : 6) // all but the price
    readonly property real tall: lines + Tokens.price // a card with room for everything
    readonly property int mostRows: Math.max(1, Math.floor(height / (lines + Math.max(Tokens.price * 0.5, Tokens.lead * 2.4)))) // a price is well above its name in size; a strip's only row has less
    readonly property int most: Math.max(1, Math.floor(width / least))
    readonly property bool paged: view.count > most * mostRows
    readonly property int columns: paged ? Math.max(1, Math.floor(width / least / 1.2)) : Array.from(Array(most).keys(), key => key + 1).reduce((best, one) => judge(one) > judge(best) ? one : best)
    readonly property int rows: paged ? mostRows : Math.max(1, Math.ceil(view.count / columns))
    readonly property int pages: Math.ceil(view.count / (columns * rows))
    readonly property real grown: Math.max(1, Math.min(1.8, width / columns / least, height / rows / tall)) // where few of them have much room
    readonly property real named: cast > 0 ? find(card => card.named) : 0 // what the longest of the names takes
    readonly property real slight: cast > 0 ? find(card => card.slight) : 0 // the same, set as small as it may be
    property int page: 0
    property int cast: 0 // grows with each card that is made

    // The most of what all cards measure, so that prices stand at one height.
    function find(measure: var): real {
        return Math.max(0, ...Array.from(Array(cards.count).keys(), place => cards.itemAt(place)).filter(card => card).map(measure));
    }

    // How large cards come out in so many columns, which should be wider than they must, and how much of the grid they fill.
    function judge(abreast: int): real {
        const high = Math.ceil(view.count / abreast);
        const size = Math.min(width / abreast / (least * 1.2), height / high / tall);
        return high > mostRows ? 0 : size * view.count / (abreast * high);
    }

    color: Tokens.ground
    onPagesChanged: page = 0

    Repeater {
        id: cards

        model: root.view
        onItemAdded: root.cast += 1

        ShelfCard {
            id: card

            required property int index

            readonly property int place: index % (root.columns * root.rows)

            x: place % root.columns * width
            y: Math.floor(place / root.columns) * height
            width: root.width / root.columns
            height: root.height / root.rows
            visible: Math.floor(index / (root.columns * root.rows)) === root.page
            first: place % root.columns === 0
            grown: root.grown
            most: root.named
            least: root.slight
            view: root.view
        }
    }

    Timer {
        interval: root.view.pageMs
        running: root.visible && root.pages > 1
        repeat: true
        onTriggered: root.page = (root.page + 1) % root.pages
    }
}
