pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Stage
import Vitrine.Theme

// One picture that fades in, and zooms slowly where the theme and the renderer allow it; or a video, which is a picture
// that becomes another one.
Image {
    id: root

    readonly property bool covers: opacity === 1 && z === 1

    property Clip clip: null
    property string picture

    function enter(still: string, moving: Clip, fade: int, seconds: real): void {
        opacity = fade > 0 ? 0 : 1;
        part();
        picture = still; // before the clip, or what is not there any more would be asked for
        clip = moving;
        rise.duration = fade;
        rise.running = fade > 0;
        glide(seconds);
    }

    function part(): void {
        const gone = clip;
        picture = gone ? "" : picture;
        clip = null;
        gone?.leave();
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

    source: clip ? clip.frame : picture
    cache: !clip // each frame is seen once

    onVisibleChanged: {
        if (!visible)
            part();
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
