pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// One picture that fades in, and zooms slowly where the theme and the renderer allow it.
Image {
    id: root

    readonly property bool covers: opacity === 1 && z === 1

    function enter(picture: string, fade: int, seconds: real): void {
        source = picture;
        opacity = fade > 0 ? 0 : 1;
        rise.duration = fade;
        rise.running = fade > 0;
        glide(seconds);
    }

    function glide(seconds: real): void {
        zoom.stop();
        scale = 1;
        zoom.duration = seconds * 1000;
        zoom.to = 1 + Tokens.zoomPercentPerS / 100 * seconds;
        zoom.running = zoom.to > 1;
    }

    function settle(): void {
        rise.stop();
        opacity = 1;
    }

    NumberAnimation on opacity {
        id: rise

        running: false
        from: 0
        to: 1
    }

    NumberAnimation on scale {
        id: zoom

        running: false
        from: 1
    }
}
