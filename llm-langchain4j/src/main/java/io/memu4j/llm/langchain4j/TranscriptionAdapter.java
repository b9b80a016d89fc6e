package io.memu4j.llm.langchain4j;

import dev.langchain4j.data.audio.Audio;
import dev.langchain4j.model.audio.AudioTranscriptionModel;
import dev.langchain4j.model.audio.AudioTranscriptionRequest;
import dev.langchain4j.model.audio.AudioTranscriptionResponse;
import io.memu4j.model.Usage;
import io.memu4j.spi.llm.Sound;
import io.memu4j.spi.llm.Transcriber;
import io.memu4j.spi.llm.Transcription;

/** A transcription model of LangChain4j seen as one of ours. */
record TranscriptionAdapter(AudioTranscriptionModel model, Endpoint endpoint, Attempts attempts)
        implements Transcriber {
    @Override
    public String name() {
        return endpoint.name();
    }

    @Override
    public Transcription transcribe(Sound sound) {
        Attempts.Done<String> heard = attempts.call(endpoint, () -> ask(sound));
        return new Transcription(heard.value(), Usage.UNKNOWN, heard.retries());
    }

    private String ask(Sound sound) {
        Audio audio = Audio.builder()
                .binaryData(sound.bytes())
                .mimeType(sound.mediaType())
                .build();
        AudioTranscriptionResponse response =
                model.transcribe(AudioTranscriptionRequest.builder(audio).build());
        String text = response == null ? null : response.text();
        return text == null ? "" : text;
    }
}
