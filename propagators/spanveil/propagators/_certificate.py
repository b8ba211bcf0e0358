"""The names in a verified client certificate."""

from typing import Final

_MAX_PEM: Final = 65_536


def names_in_certificate(pem: str) -> tuple[str, ...]:
    """Return the URI and DNS subject alternative names, or the common names where there are none.

    Args:
        pem: One certificate that the server has verified. Nothing is verified here.

    Returns:
        Names in the certificate's order; none where it cannot be read.
    """
    if not isinstance(pem, str) or len(pem) > _MAX_PEM:
        return ()
    # Imported where it is needed: few services terminate TLS in Python.
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    try:
        certificate = x509.load_pem_x509_certificate(pem.encode("ascii"))
        extension = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    except x509.ExtensionNotFound:
        # RFC 6125, section 6.4.4: the common name only where there is no alternative name.
        attributes = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return tuple(str(attribute.value) for attribute in attributes)
    except ValueError:
        return ()
    alternatives = extension.value
    return (
        *alternatives.get_values_for_type(x509.UniformResourceIdentifier),
        *alternatives.get_values_for_type(x509.DNSName),
    )
