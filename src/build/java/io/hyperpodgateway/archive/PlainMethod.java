package io.hyperpodgateway.archive;

import java.lang.classfile.ClassBuilder;
import java.lang.constant.MethodTypeDesc;

/// A static method that replaces code which would be linked at run time.
sealed interface PlainMethod permits PatternSwitch, RecordMethod {

    String method();

    MethodTypeDesc shape();

    void writeTo(ClassBuilder type);
}
