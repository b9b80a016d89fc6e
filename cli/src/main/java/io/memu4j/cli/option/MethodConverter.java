package io.memu4j.cli.option;

import io.memu4j.error.InvalidInputException;
import io.memu4j.retrieve.RetrieveMethod;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --method}. */
public final class MethodConverter implements ITypeConverter<RetrieveMethod> {
    @Override
    public RetrieveMethod convert(String value) {
        try {
            return RetrieveMethod.of(value);
        } catch (InvalidInputException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
