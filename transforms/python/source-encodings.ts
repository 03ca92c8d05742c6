/**
 * Names under which CPython knows encodings, as `encodings.normalize_encoding` leaves them. In all of them a byte of ASCII is that character and
 * part of no other, whatever stands before it, so that source code can be read and edited byte by byte. What is not here may be otherwise.
 */

/** UTF-8. */
export const UTF_8 = namesIn(`
  cp65001 u8 utf utf8 utf8_ucs2 utf8_ucs4 utf_8 utf_8_sig`);

/** ASCII, in which no byte is above 127. */
export const ASCII = namesIn(`
  646 ansi_x3.4_1968 ansi_x3.4_1986 ansi_x3_4_1968 ascii cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us
  us_ascii`);

/** One byte for each character. */
export const SINGLE_BYTE = namesIn(`
  charmap cp1006 1125 cp1125 cp866u ibm1125 ruscii 1250 cp1250 windows_1250 1251 cp1251 windows_1251 1252 cp1252
  windows_1252 1253 cp1253 windows_1253 1254 cp1254 windows_1254 1255 cp1255 windows_1255 1256 cp1256 windows_1256 1257
  cp1257 windows_1257 1258 cp1258 windows_1258 437 cp437 cspc8codepage437 ibm437 cp720 cp737 775 cp775 cspc775baltic
  ibm775 850 cp850 cspc850multilingual ibm850 852 cp852 cspcp852 ibm852 855 cp855 csibm855 ibm855 cp856 857 cp857
  csibm857 ibm857 858 cp858 csibm858 ibm858 860 cp860 csibm860 ibm860 861 cp861 cp_is csibm861 ibm861 862 cp862
  cspc862latinhebrew ibm862 863 cp863 csibm863 ibm863 865 cp865 csibm865 ibm865 866 cp866 csibm866 ibm866 869 cp869
  cp_gr csibm869 ibm869 cp874 cp1051 hp_roman8 ibm1051 r8 roman8 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1
  iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 latin latin1 latin_1 csisolatin6 iso8859_10 iso_8859_10 iso_8859_10_1992
  iso_ir_157 l6 latin6 iso8859_11 iso_8859_11 iso_8859_11_2001 thai iso8859_13 iso_8859_13 l7 latin7 iso8859_14
  iso_8859_14 iso_8859_14_1998 iso_celtic iso_ir_199 l8 latin8 iso8859_15 iso_8859_15 l9 latin9 iso8859_16 iso_8859_16
  iso_8859_16_2001 iso_ir_226 l10 latin10 csisolatin2 iso8859_2 iso_8859_2 iso_8859_2_1987 iso_ir_101 l2 latin2
  csisolatin3 iso8859_3 iso_8859_3 iso_8859_3_1988 iso_ir_109 l3 latin3 csisolatin4 iso8859_4 iso_8859_4 iso_8859_4_1988
  iso_ir_110 l4 latin4 csisolatincyrillic cyrillic iso8859_5 iso_8859_5 iso_8859_5_1988 iso_ir_144 arabic asmo_708
  csisolatinarabic ecma_114 iso8859_6 iso_8859_6 iso_8859_6_1987 iso_ir_127 csisolatingreek ecma_118 elot_928 greek
  greek8 iso8859_7 iso_8859_7 iso_8859_7_1987 iso_ir_126 csisolatinhebrew hebrew iso8859_8 iso_8859_8 iso_8859_8_1988
  iso_ir_138 csisolatin5 iso8859_9 iso_8859_9 iso_8859_9_1989 iso_ir_148 l5 latin5 cskoi8r koi8_r koi8_t koi8_u kz1048
  kz_1048 rk1048 strk1048_2002 mac_croatian mac_cyrillic maccyrillic mac_greek macgreek mac_iceland maciceland
  mac_centeuro mac_latin2 maccentraleurope maclatin2 mac_roman macintosh macroman mac_romanian mac_turkish macturkish
  palmos cp154 csptcp154 cyrillic_asian pt154 ptcp154 iso_ir_166 tis620 tis_620 tis_620_0 tis_620_2529_0 tis_620_2529_1`);

/** Two or three bytes above 127 for each character that is not ASCII. */
export const EUC = namesIn(`
  euc_jis2004 euc_jis_2004 eucjis2004 jisx0213 euc_jisx0213 eucjisx0213 euc_jp eucjp u_jis ujis euc_kr euckr korean
  ks_c_5601 ks_c_5601_1987 ks_x_1001 ksc5601 ksx1001 x_mac_korean chinese csiso58gb231280 euc_cn euccn eucgb2312_cn
  gb2312 gb2312_1980 gb2312_80 iso_ir_58 x_mac_simp_chinese`);

function namesIn(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
