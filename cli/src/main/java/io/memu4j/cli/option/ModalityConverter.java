package io.memu4j.cli.option;

import io.memu4j.error.InvalidInputException;
import io.memu4j.model.Modality;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --modality}. */
public final class ModalityConverter implements ITypeConverter<Modality> {
    @Override
    public Modality convert(String value) {
        try {
            return Modality.of(value);
        } catch (InvalidInputException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
