;; Finds a lower-case needle in bytes, without regard to case: sixteen places at a time, by two of the needle's bytes.
;; A byte and its lower case differ in the bit 0x20 alone, in ASCII as in Latin-1; so do a few pairs that are no letters, which the caller rules out.
(module
  (memory (export "memory") 16)

  ;; The first offset from $at on at which the needle stands and ends no later than $end, or -1. No bytes begin before offset $length + 1.
  ;; $first and $second are offsets into the needle. With $dotted, what begins a dot must follow: ".", "\", "[" or "%".
  ;; Reads up to 16 + $length bytes beyond $end.
  (func (export "find")
    (param $at i32) (param $end i32) (param $needle i32) (param $length i32) (param $first i32) (param $second i32) (param $dotted i32)
    (result i32)
    (local $a v128) (local $b v128) (local $fold v128) (local $mask i32) (local $place i32) (local $i i32) (local $last i32) (local $c i32)
    (local.set $fold (i8x16.splat (i32.const 0x20)))
    (local.set $a (i8x16.splat (i32.load8_u (i32.add (local.get $needle) (local.get $first)))))
    (local.set $b (i8x16.splat (i32.load8_u (i32.add (local.get $needle) (local.get $second)))))
    (local.set $last (i32.sub (local.get $end) (i32.add (local.get $length) (local.get $dotted))))
    (block $none
      (loop $blocks
        (br_if $none (i32.gt_u (local.get $at) (local.get $last)))
        (local.set $mask
          (i8x16.bitmask
            (v128.and
              (i8x16.eq (v128.or (v128.load (i32.add (local.get $at) (local.get $first))) (local.get $fold)) (local.get $a))
              (i8x16.eq (v128.or (v128.load (i32.add (local.get $at) (local.get $second))) (local.get $fold)) (local.get $b)))))
        (block $checked
          (loop $places
            (br_if $checked (i32.eqz (local.get $mask)))
            (local.set $place (i32.add (local.get $at) (i32.ctz (local.get $mask))))
            (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
            (br_if $none (i32.gt_u (local.get $place) (local.get $last)))
            (local.set $i (i32.const 0))
            (loop $bytes
              (br_if $places
                (i32.ne
                  (i32.or (i32.load8_u (i32.add (local.get $place) (local.get $i))) (i32.const 0x20))
                  (i32.load8_u (i32.add (local.get $needle) (local.get $i)))))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br_if $bytes (i32.lt_u (local.get $i) (local.get $length))))
            (if (local.get $dotted)
              (then
                (local.set $c (i32.load8_u (i32.add (local.get $place) (local.get $length))))
                (br_if $places
                  (i32.eqz
                    (i32.or
                      (i32.or (i32.eq (local.get $c) (i32.const 0x2e)) (i32.eq (local.get $c) (i32.const 0x5c)))
                      (i32.or (i32.eq (local.get $c) (i32.const 0x5b)) (i32.eq (local.get $c) (i32.const 0x25))))))))
            (return (local.get $place))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $blocks)))
    (i32.const -1)))
