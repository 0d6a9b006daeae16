pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Lets what is behind a question step back; a code still reads through it.
Rectangle {
    color: Tokens.ground
    opacity: 0.5
}
