'use client';

import { useEffect, useState } from 'react';
import { type Lamp, lamps } from '@/lib/api';

export default function Page() {
  const [all, setAll] = useState<Lamp[]>([]);
  useEffect(() => {
    lamps('north').then(setAll);
  }, []);
  return (
    <main>
      <p>{all.length} lamps</p>
      <a href="https://api.staging.lumen.example/v1/lamps?format=csv&amp;area=north">Download</a>
    </main>
  );
}
