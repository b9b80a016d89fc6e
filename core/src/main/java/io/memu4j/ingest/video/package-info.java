/** Videos: frames and sound, taken out by ffmpeg. */
@NullMarked
package io.memu4j.ingest.video;

import org.jspecify.annotations.NullMarked;
